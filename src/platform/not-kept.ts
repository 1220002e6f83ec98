import { SetMetadata } from '@nestjs/common';

export const NOT_KEPT = 'not-kept';

/** On a route: a field of its answer that is said once, and not again to whoever repeats the request. */
export const NotKept = (field: string): MethodDecorator => SetMetadata(NOT_KEPT, field);
