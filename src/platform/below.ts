import { Misshapen } from './problem';

/** What is wrong in a part is pointed at below the part. */
export async function below<T>(pointer: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Misshapen)) throw error;
    throw new Misshapen(error.errors.map((each) => ({ ...each, pointer: `${pointer}${each.pointer}` })));
  }
}
