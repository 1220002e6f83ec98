import { Injectable } from '@nestjs/common';
import { errors, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { Person } from '../platform/actor';
import { CouncilSignIn } from '../platform/council-sign-in';
import { BadToken, NotLetIn, Problem } from '../platform/problem';
import { read } from './claims';
import { CouncilAccounts } from './council-accounts.service';
import { Provider } from './provider.service';

/** What providers write above access tokens; above identity and sign-out tokens some write otherwise. */
const TYPES = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/** Only identity and sign-out tokens say any of these. */
const NOT_OF_ACCESS = ['nonce', 'at_hash', 'c_hash', 'events'];

/** Access tokens of the council's provider: how programs act for somebody without a session here. */
@Injectable()
export class BearerTokens {
  constructor(
    private readonly council: CouncilSignIn,
    private readonly provider: Provider,
    private readonly accounts: CouncilAccounts,
  ) {}

  /** @throws BadToken or NotLetIn saying why the token opens nothing; Unavailable when it cannot be judged. */
  async whose(token: string): Promise<Person> {
    if (!this.council.isOn)
      throw new BadToken('No council’s sign-in is set up here whose access tokens could be taken.');
    const { settings } = this.provider;
    if (settings.audience === undefined)
      throw new BadToken(
        'The API takes no access tokens here: OIDC_AUDIENCE, what they must be meant for, is not set.',
      );
    const payload = await this.accessToken(token, settings.audience);
    const told = read(payload, settings);
    if (!told)
      throw new NotLetIn(
        `The token gives no role here: its claim "${settings.roleClaim}" must hold one of those this product was told of.`,
      );
    return this.accounts.personOf(told);
  }

  private async accessToken(token: string, audience: string): Promise<JWTPayload> {
    try {
      const { header, payload } = await this.provider.verify(token, { audience, with: ['exp', 'sub'] });
      if (!isForAccess(header, payload))
        throw new BadToken('That is no access token: send the one meant for the API.');
      return payload;
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw new BadToken(whyNot(error, audience));
    }
  }
}

function isForAccess({ typ }: JWTHeaderParameters, payload: JWTPayload): boolean {
  return TYPES.includes(typ?.toLowerCase()) && !NOT_OF_ACCESS.some((claim) => claim in payload);
}

/** In words that help whoever holds the token, and nobody who forges one. */
function whyNot(error: unknown, audience: string): string {
  if (error instanceof errors.JWTExpired)
    return 'The token has expired: get a new one from the council’s sign-in.';
  if (error instanceof errors.JWTClaimValidationFailed)
    switch (error.claim) {
      case 'aud':
        return `The token is meant for something else: its audience must be "${audience}".`;
      case 'iss':
        return 'The token comes from another issuer than the council’s sign-in.';
      case 'nbf':
        return 'The token is not valid yet.';
      default:
        return `The token’s claim "${error.claim}" is missing or wrong.`;
    }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return 'The token is signed in a way that is not accepted here.';
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'The token is signed with a key the council’s sign-in does not have.';
  return 'The token is not one of the council’s sign-in, or it was altered.';
}
