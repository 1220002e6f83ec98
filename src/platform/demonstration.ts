/** Whether people only try the product out, with made-up children and accounts that are no secret. */
export class Demonstration {
  constructor(readonly isOn: boolean) {}
}
