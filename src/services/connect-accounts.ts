import { isReachable } from '../domain/inquiry-responsible.ts';
import type { Person } from '../domain/person.ts';
import type { People } from '../slack/people.ts';
import { matchPeople } from './match-people.ts';
import type { ServiceDeps } from './service-deps.ts';
