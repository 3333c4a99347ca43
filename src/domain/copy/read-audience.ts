import type { RuleProblem } from '../merchandising/changing/rule-problems.js';
import { audienceProblems } from './copy-problems.js';
import type { CopyAudience } from './copy-variant.js';

/** An audience as it is sent: whoever sends it may have set any number of the parts. */
export interface AudienceParts {
  readonly favouriteCategoryId?: string | null | undefined;
  readonly favouriteBrand?: string | null | undefined;
  readonly priceBand?:
    | {
        readonly minPrice?: string | null | undefined;
        readonly maxPrice?: string | null | undefined;
        readonly currencyCode: string;
      }
    | null
    | undefined;
}

/** The audience that was understood, or what is wrong with it. */
export type AudienceReading =
  | { readonly ok: true; readonly audience: CopyAudience }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

const audiencesIn = ({ favouriteCategoryId, favouriteBrand, priceBand }: AudienceParts): readonly CopyAudience[] => [
  ...(typeof favouriteCategoryId === 'string' ? [{ kind: 'FAVOURITE_CATEGORY', categoryId: favouriteCategoryId } as const] : []),
  ...(typeof favouriteBrand === 'string' ? [{ kind: 'FAVOURITE_BRAND', brand: favouriteBrand.trim() } as const] : []),
  ...(priceBand === null || priceBand === undefined
    ? []
    : [
        {
          kind: 'PRICE_BAND',
          minPrice: priceBand.minPrice ?? null,
          maxPrice: priceBand.maxPrice ?? null,
          currencyCode: priceBand.currencyCode,
        } as const,
      ]),
];

/** Reads an audience: exactly one part, and that one sound. `path` is where it stands in the input. */
export const readAudience = (parts: AudienceParts, path = 'audience'): AudienceReading => {
  const [audience, ...more] = audiencesIn(parts);
  if (audience === undefined || more.length > 0) {
    const message = `must have exactly one of favouriteCategoryId, favouriteBrand and priceBand, got ${more.length + (audience === undefined ? 0 : 1)}`;
    return { ok: false, problems: [{ path, message }] };
  }
  const problems = audienceProblems(audience, path);
  return problems.length === 0 ? { ok: true, audience } : { ok: false, problems };
};
