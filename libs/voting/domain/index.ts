/** The counting engine: files and ballots in, winners and reasons out. Pure, exact, without a database. */

export { formatFraction, formatMinor, formatRounded, parseDecimal } from './arithmetic/decimal.js';
export type { Rational } from './arithmetic/rational.js';
export type { BallotGroup, BudgetInstance, CategoricalInstance, Project, RankedBallotGroup, RankedInstance, VoteType } from './instance.js';
export { countBallots } from './instance.js';

// Counting and explaining
export type { BudgetRequest, BudgetResult, RankedRequest, RankedResult } from './count.js';
export { count } from './count.js';
export type { RecountParameters, RuleName } from './recount.js';
export { recount, RULES, rulesFor } from './recount.js';
export type { BudgetOutcome, BudgetParameters } from './budget/budget-count.js';
export { BudgetCount } from './budget/budget-count.js';
export { officialSelection, selectedIn } from './budget/official.js';
export type { BudgetRule, Completion } from './budget/budget-rules.js';
export { BUDGET_RULES, budgetRulesFor } from './budget/budget-rules.js';
export type { Utility } from './budget/electorate.js';
export type { Tally } from './budget/tally.js';
export { tally } from './budget/tally.js';
export type { EqualSharesAccount, PurchaseAccount, RemainderAccount } from './budget/equal-shares-account.js';
export { accountFor, paymentsOfBallot } from './budget/equal-shares-account.js';
export type { Amount, BudgetExplanation, ProjectExplanation, Reason, TieFact } from './budget/reasons.js';
export { explainBudget } from './budget/explanation.js';
export type { RankedParameters, RankedRule } from './ranked/ranked-count.js';
export { RANKED_RULES, RankedCount } from './ranked/ranked-count.js';
export type { DuelExplanation, IrvExplanation, IrvRoundExplanation, SchulzeExplanation, StvExplanation } from './ranked/explanation.js';
export { explainIrv, explainSchulze, explainStv } from './ranked/explanation.js';
export type { SettledBy } from './ranked/settled-by.js';
export type { RankedPairsExplanation } from './ranked/ranked-pairs-explanation.js';
export { explainRankedPairs } from './ranked/ranked-pairs-explanation.js';

// The published form of an outcome
export type { Json } from './budget/document.js';
export { budgetDocument } from './budget/document.js';
export { rankedDocument } from './ranked/document.js';

// Files
export type { FileFaultCode } from './files/file-fault.js';
export { decodeUtf8, FileFault } from './files/file-fault.js';
export { readVotingFile, VOTING_FILE_ENDINGS } from './files/voting-file.js';
export type { LimitName } from './files/pabulib-limits.js';
export { limitViolations } from './files/pabulib-limits.js';
export { readPabulib } from './files/pabulib-reader.js';
export type { PabulibExport } from './files/pabulib-writer.js';
export { writePabulib } from './files/pabulib-writer.js';
export type { PreflibType } from './files/preflib-reader.js';
export { readPreflib } from './files/preflib-reader.js';
export type { PreflibExport } from './files/preflib-writer.js';
export { preflibType, writePreflib } from './files/preflib-writer.js';
export { readBlt } from './files/blt-reader.js';
export { writeBlt } from './files/blt-writer.js';
export { readCategorical } from './files/cat-reader.js';
export { writeCategorical } from './files/cat-writer.js';
export { readPointsCsv, writePointsCsv } from './files/points-csv.js';

// Casting
export type { Ballot, BallotRefusal, BallotRefusalCode, BallotRules, BallotVerdict, ConsentAnswer, DateAnswer } from './casting/ballot.js';
export { checkBallot } from './casting/check-ballot.js';
export type { BudgetQuestion } from './casting/ballots-to-instance.js';
export { budgetInstanceOf, rankedInstanceOf } from './casting/ballots-to-instance.js';
export type { ConsentOutcome, DateTotal, OptionTotal } from './casting/totals.js';
export { consentOutcome, consentTotals, dateTotals, optionTotals } from './casting/totals.js';
export { chosenOf } from './casting/winners.js';

// Titles
export { reading, toldApart } from './told-apart.js';

// Receipts
export { canonicalBallot, canonicalJson } from './receipts/canonical.js';
export type { Receipt, ReceiptVerdict } from './receipts/commitments.js';
export { chainHeads, checkReceipt, commitment, frozenHash, nextHead, receiptCode, sha256 } from './receipts/commitments.js';

// The recount kit
export { ballotFromText } from './kit/ballot-from-text.js';
export type { BuiltKit, KitRequest } from './kit/build-kit.js';
export { buildKit } from './kit/build-kit.js';
export type { CheckedKit, KitVerdict } from './kit/check-kit.js';
export { checkKit, findReceipt, isKitProblem } from './kit/check-kit.js';
export { KitFault } from './kit/kit-fault.js';
export type { KitFiles } from './kit/kit-files.js';
export { unzipKit, zipKit } from './kit/kit-files.js';
export type { BallotForm, KitRules } from './kit/kit-rules.js';
export { FILE_ORDER, formOf, readKitRules } from './kit/kit-rules.js';
export type { PublishedHead } from './kit/published-heads.js';
export type { StoredBallots } from './kit/stored-ballots.js';
export type { VoteFacts } from './kit/write-ballots.js';
export { BallotWriter } from './kit/write-ballots.js';
