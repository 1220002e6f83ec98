export interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

export function fullName({ givenName, familyName }: Named): string {
  return `${givenName} ${familyName}`;
}
