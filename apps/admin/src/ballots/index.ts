export { BallotScreen } from './ballot-screen.js';
export { BallotsScreen } from './ballots-screen.js';
export { DesignerScreen } from './design/designer-screen.js';
export { TakeInScreen } from './take-in/take-in-screen.js';
