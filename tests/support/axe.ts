import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe finds on the page as it stands: the rule and the elements that break it. */
export const axeViolations = async (
  page: Page,
): Promise<readonly (readonly [string, readonly string[]])[]> => {
  // By evaluation and not as a script of the page: the page may forbid those.
  await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly Violation[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))',
  );
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};
