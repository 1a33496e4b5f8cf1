export { readPabulib } from './files/pabulib-reader.js';
export { limitViolations } from './files/pabulib-limits.js';
export { FileFault } from './files/file-fault.js';
export { BudgetCount } from './budget/budget-count.js';
export { budgetRulesFor } from './budget/budget-rules.js';
export { formatFraction, formatMinor } from './arithmetic/decimal.js';
