/** Whom to tell of a weakness, if anybody has said. */
export class SecurityContact {
  constructor(readonly address: string | undefined) {}
}
