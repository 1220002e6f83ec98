import { DateField, TextField } from '../platform/shape';

export class NewDeclaredNightsDto {
  @DateField({ description: 'The first night' })
  fromOn: string;

  @DateField({ description: 'Exclusive: the first night that is not one of them' })
  toOn: string;

  @TextField({ description: 'Where they stayed' })
  place: string;
}

export class DeclaredNightsWithdrawalDto {
  @TextField({ longest: 2000 })
  reason: string;
}
