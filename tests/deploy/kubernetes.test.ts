import { readdirSync, readFileSync } from 'node:fs';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Namespace, Secret, Service } from 'kubernetes-models/v1';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { readConfig, VARIABLES } from '../../src/config.ts';

const FOLDER = new URL('../../deploy/kubernetes/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const files = readdirSync(FOLDER).filter((file) => file !== 'kustomization.yaml');
const objects = files.flatMap((file) =>
  parseAllDocuments(read(file)).map((document): unknown => document.toJS()),
);

/** What the API of Kubernetes says of the objects that are used here. */
const MODELS = {
  ConfigMap,
  Deployment,
  Ingress,
  Job,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Secret,
  Service,
} as const;

const Kind = z.looseObject({ apiVersion: z.string(), kind: z.enum(Object.keys(MODELS) as never) });

/** What is wrong with an object by the schema of its kind. */
const faultsOf = (object: unknown): string => {
  const { apiVersion, kind, ...rest } = Kind.parse(object);
  const Model = MODELS[kind as keyof typeof MODELS];
  if (Model.apiVersion !== apiVersion) return `${kind} is of ${Model.apiVersion}`;
  try {
    new Model(rest as never).validate();
    return '';
  } catch (error) {
    return `${kind}: ${error instanceof Error ? error.message : error}`;
  }
};

test('every object is as the API of Kubernetes wants it', () => {
  expect(objects.map(faultsOf).filter((fault) => fault !== '')).toEqual([]);
  const wrong = { apiVersion: 'apps/v1', kind: 'Deployment', spec: { replicas: '2' } };
  expect(faultsOf(wrong)).toContain('replicas must be integer');
});

const Pod = z.object({
  automountServiceAccountToken: z.literal(false),
  securityContext: z.object({
    runAsNonRoot: z.literal(true),
    seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
  }),
  containers: z.tuple([
    z.looseObject({
      image: z.string(),
      args: z.array(z.string()),
      securityContext: z.object({
        allowPrivilegeEscalation: z.literal(false),
        readOnlyRootFilesystem: z.literal(true),
        capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
      }),
      resources: z.object({ limits: z.object({ memory: z.string() }) }),
    }),
  ]),
});
const WithPod = z.object({ kind: z.string(), spec: z.looseObject({ template: z.object({ spec: Pod }) }) });
const pods = objects.flatMap((object) => WithPod.safeParse(object).data ?? []);

test('bot and migration run as nobody in particular, write nowhere, and are of this version', () => {
  expect(pods.map(({ kind, spec }) => [kind, spec.template.spec.containers[0].args])).toEqual([
    ['Deployment', ['start']],
    ['Job', ['migrate']],
  ]);
  for (const { spec } of pods)
    expect(spec.template.spec.containers[0].image).toMatch(new RegExp(`:${manifest.version}$`, 'u'));
});

test('two processes are exchanged one by one, and asked each second whether they still take requests', () => {
  const [bot] = pods;
  expect(bot?.spec).toMatchObject({
    replicas: 2,
    strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  });
  expect(bot?.spec.template.spec.containers[0]).toMatchObject({
    readinessProbe: { httpGet: { path: '/readyz' }, periodSeconds: 1, failureThreshold: 1 },
    livenessProbe: { httpGet: { path: '/healthz' } },
  });
});

test('settings and secrets are variables that the bot knows and takes, over HTTP', () => {
  const Values = z.object({ data: z.record(z.string(), z.string()) });
  const Secrets = z.object({ stringData: z.record(z.string(), z.string()) });
  const variables = {
    ...Values.parse(parse(read('config.yaml'))).data,
    ...Secrets.parse(parse(read('secret.example.yaml'))).stringData,
  };
  expect(Object.keys(variables).filter((name) => !VARIABLES.includes(name))).toEqual([]);
  expect(readConfig(variables)).toMatchObject({ slack: { mode: 'http' }, host: '0.0.0.0' });
});

test('what is applied together leaves out the migration and the sample of secrets alone', () => {
  const { resources } = z.object({ resources: z.array(z.string()) }).parse(parse(read('kustomization.yaml')));
  expect([...resources, 'migrate.yaml', 'secret.example.yaml'].sort()).toEqual(files.sort());
});

test('from outside only /slack/ is reached', () => {
  const Paths = z.object({
    kind: z.literal('Ingress'),
    spec: z.object({
      rules: z.array(z.object({ http: z.object({ paths: z.array(z.looseObject({ path: z.string() })) }) })),
    }),
  });
  const found = objects.flatMap((object) => Paths.safeParse(object).data?.spec.rules ?? []);
  expect(found.flatMap(({ http }) => http.paths.map(({ path }) => path))).toEqual(['/slack/']);
});
