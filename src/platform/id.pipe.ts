import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotThere } from './problem';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id in a path: what is not a UUID names nothing we have. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new NotThere('There is nothing with that id.');
    return value.toLowerCase();
  }
}
