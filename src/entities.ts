import { Account } from './accounts/account.entity';
import { Contract } from './units/contract.entity';
import { Room } from './units/room.entity';
import { UnitSettingsRecord } from './units/unit-settings.entity';
import { Unit } from './units/unit.entity';

/** Every table the ORM writes; the rest are written in SQL. */
export const ENTITIES = [Account, Unit, Room, UnitSettingsRecord, Contract];
