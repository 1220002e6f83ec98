import { Injectable, type PipeTransform } from '@nestjs/common';
import { isCalendarDate } from '../domain/calendar-date';
import { NotThere } from '../platform/problem';

/** A night in a path, by its evening's date. */
@Injectable()
export class NightPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isCalendarDate(value)) throw new NotThere('There is no such night: write it as 2026-03-29.');
    return value;
  }
}
