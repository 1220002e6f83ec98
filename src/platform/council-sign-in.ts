import type { OpenIdSettings } from '../../config/openid';

/** The council's own sign-in, where there is one: then nobody comes in any other way. */
export class CouncilSignIn {
  constructor(
    readonly settings: OpenIdSettings | undefined,
    /** Where people find the product, without a slash at its end. */
    readonly publicUrl: string,
  ) {}

  get isOn(): boolean {
    return this.settings !== undefined;
  }
}
