import { type LoaderFunctionArgs, redirect } from 'react-router';
import { visitorOf } from '../../http/visitor';
import type { SparkDetailView } from '../../views/sparks';

/** A spark's short address leads to its page. */
export async function loader(args: LoaderFunctionArgs): Promise<never> {
  const spark = await visitorOf(args).api.get<SparkDetailView>(`/sparks/by-code/${encodeURIComponent(args.params['code'] ?? '')}`);
  throw redirect(`/sparks/${spark.id}`, 302);
}
