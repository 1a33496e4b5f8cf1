import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  /** Shown instead of a part that failed; the rest of the screen stays. */
  instead: ReactNode;
  children: ReactNode;
}

/** Keeps a fault of one part of a screen from taking the others with it. */
export class Contained extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
