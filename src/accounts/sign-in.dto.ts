import { TextField } from '../platform/shape';

export class SignInDto {
  @TextField({ longest: 100 })
  user: string;

  @TextField({ longest: 200 })
  password: string;
}
