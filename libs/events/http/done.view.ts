/** It is done. */
export class DoneView {
  /** The state it is in now. */
  state!: string;
}
