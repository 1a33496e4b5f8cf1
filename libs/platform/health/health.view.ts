import { IsIn } from 'class-validator';

export class LiveView {
  @IsIn(['live'])
  status!: 'live';
}

export class ReadyView {
  @IsIn(['ready'])
  status!: 'ready';
}
