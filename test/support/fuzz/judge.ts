import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { refusalTable } from '#kernel';
import { type Contract, type ContractSchema, type Operation, bodyOf } from '../contract.js';

export interface Answer {
  status: number;
  type: string;
  body: string;
}

/** One value, so that it is compiled once: compiling takes longer than most answers. */
const PROBLEM: ContractSchema = { $ref: '#/components/schemas/Problem' };

/** Says what is wrong with an answer, by the contract. */
export class Judge {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly compiled = new Map<ContractSchema, ValidateFunction>();

  constructor(contract: Contract) {
    addFormats.default(this.ajv);
    this.ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/);
    this.ajv.addSchema({ ...contract, $id: 'contract' } as object);
  }

  /** Whether a body breaks the schema of its operation. */
  violates(operation: Operation, body: unknown): boolean {
    const schema = bodyOf(operation);
    return schema !== undefined && !this.fits(schema, body);
  }

  /** Everything that is wrong; `broken` = what was sent breaks the contract. */
  faults(operation: Operation, answer: Answer, broken: boolean): string[] {
    const { status } = answer;
    if (status >= 500) return [`answered ${status}: ${answer.body.slice(0, 300)}`];
    if (!operation.responses[String(status)]) return [`answered ${status}, which is not documented`];
    if (status >= 400) return this.problemFaults(answer);
    return broken ? [`answered ${status} to what breaks the contract`] : this.answerFaults(operation, answer);
  }

  /** What a good answer shows is what the contract says it shows. */
  private answerFaults({ responses }: Operation, { status, type, body }: Answer): string[] {
    const schema = responses[String(status)]?.content?.['application/json']?.schema;
    if (!schema || !type.startsWith('application/json')) return [];
    const value = JSON.parse(body) as unknown;
    return this.fits(schema, value) ? [] : [`answered what the contract does not describe: ${this.why(schema)} in ${body.slice(0, 200)}`];
  }

  private why(schema: ContractSchema): string {
    const [error] = this.compiled.get(schema)?.errors ?? [];
    return error ? `${error.instancePath} ${error.message}` : '';
  }

  private problemFaults({ status, type, body }: Answer): string[] {
    if (!type.startsWith('application/problem+json')) return [`${status} came as ${type || 'nothing'}: ${body.slice(0, 100)}`];
    const problem = JSON.parse(body) as { code: string; status: number };
    const kind = refusalTable.get(problem.code);
    if (!kind) return [`${status} with the code ${problem.code}, which nobody declares`];
    if (problem.status !== status || kind.status !== status) return [`${problem.code} answered ${status} but is declared ${kind.status}`];
    return this.fits(PROBLEM, problem) ? [] : [`the problem breaks its own schema: ${body.slice(0, 200)}`];
  }

  private fits(schema: ContractSchema, value: unknown): boolean {
    const validate = this.compiled.get(schema) ?? this.ajv.compile(inContract(schema));
    this.compiled.set(schema, validate);
    return validate(value);
  }
}

/** The same schema with its references leading into the contract. */
const inContract = (schema: ContractSchema): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/')) as object;
