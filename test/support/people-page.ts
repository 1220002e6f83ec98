import type { Page } from 'playwright-core';
import { agreePlans } from './plans';
import type { Product } from './product';

/** A young person with an agreed plan, under a name of the test's choosing; in a family of their own unless told which. */
export async function aNamed(product: Product, name: string, familyId?: string): Promise<string> {
  const [givenName = '', familyName = ''] = name.split(' ');
  const post = async (path: string, body: object) =>
    (await product.as('manager').post(`/api/${path}`).send(body)).body as { id: string };
  const family = familyId ?? (await post('families', { reference: `FAM ${familyName}` })).id;
  const child = {
    familyId: family,
    givenName,
    familyName,
    dateOfBirth: '2012-05-06',
    caseReference: `SB-${name.length}${givenName.charCodeAt(0)}`,
  };
  const { id } = await post('young-people', child);
  await agreePlans(product, id);
  return id;
}

export async function familyOf(product: Product, id: string): Promise<string> {
  const answer = await product.as('manager').get(`/api/young-people/${id}`);
  return (answer.body as { familyId: string }).familyId;
}

/** What the error summary says, top to bottom. */
export async function mistakes(page: Page): Promise<string[]> {
  return page.getByRole('alert').getByRole('link').allTextContents();
}
