import { expect, test } from 'vitest';
import {
  isSecret,
  parameterVariable,
  parameterVariables,
  trialEnvironment,
} from '../../src/trial/environment.ts';

test.each([
  'GITHUB_TOKEN',
  'INPUT_GITHUB-TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'STATE_check',
  'NPM_TOKEN',
  'npm_config_//registry.example.org/:_authToken',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'WANDB_API_KEY',
  'OPENAI_KEY',
  'DEPLOY_KEY',
  'SIGNING_KEY_BASE64',
  'APIKEY',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_GHA_CREDS_PATH',
  'PGPASSWORD',
  'MYSQL_PWD',
  'DB_PASS',
  'githubToken',
  'client_secret',
  'SSH_AUTH_SOCK',
  'SENTRY_DSN',
  'GH_PAT',
  'AZURE_STORAGE_CONNECTION_STRING',
  'GPG_PASSPHRASE',
  'SERVICE_JWT',
])('%s is kept from trials', (name) => {
  expect(isSecret(name)).toBe(true);
  expect(trialEnvironment({ [name]: 'x' }, [], {})).not.toHaveProperty([name]);
});

test.each(['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'])(
  'the runner’s file %s is kept from trials',
  (name) => {
    expect(trialEnvironment({ [name]: '/runner/file' }, [], {})).not.toHaveProperty([name]);
    // The spec comes with the code that must not write there.
    expect(trialEnvironment({ [name]: '/runner/file' }, [name], {})).not.toHaveProperty([name]);
  },
);

test.each([
  'PATH',
  'HOME',
  'PWD',
  'OLDPWD',
  'LANG',
  'CI',
  'GITHUB_SHA',
  'GITHUB_WORKSPACE',
  'RUNNER_TEMP',
  'TOKENIZERS_PARALLELISM',
  'MAX_TOKENS',
  'KEYBOARD',
  'PASSES',
  'AUTHOR',
  'PATTERN',
  'CUDA_VISIBLE_DEVICES',
  'VIRTUAL_ENV',
  'TUNEGATE_STUDY_FOLDER',
])('%s reaches trials', (name) => {
  expect(trialEnvironment({ [name]: 'x' }, [], {})).toHaveProperty([name], 'x');
});

test('pass-env names secrets that pass all the same', () => {
  const env = trialEnvironment({ WANDB_API_KEY: 'w', GITHUB_TOKEN: 'g' }, ['WANDB_API_KEY', 'ABSENT'], {});
  expect(env).toHaveProperty('WANDB_API_KEY', 'w');
  expect(env).not.toHaveProperty('GITHUB_TOKEN');
  expect(env).not.toHaveProperty('ABSENT');
});

test('what the spec adds wins, also over secrets and over what Python gets from us', () => {
  expect(
    trialEnvironment({ A: '1', MY_TOKEN: 'x' }, [], { A: '2', MY_TOKEN: 'own', PYTHONHASHSEED: '5' }),
  ).toEqual({
    PYTHONUNBUFFERED: '1',
    PYTHONHASHSEED: '5',
    A: '2',
    MY_TOKEN: 'own',
  });
  expect(trialEnvironment({ PYTHONHASHSEED: 'random' }, [], {})['PYTHONHASHSEED']).toBe('random');
});

test('what another trial around us got does not leak into ours', () => {
  const outer = {
    TUNEGATE_PARAM_LR: '1',
    TUNEGATE_RESOURCE: '9',
    TUNEGATE_METRICS: '/outer',
    TUNEGATE_SEED: '3',
  };
  expect(Object.keys(trialEnvironment(outer, [], {})).sort()).toEqual(['PYTHONHASHSEED', 'PYTHONUNBUFFERED']);
});

test('variables of parameters', () => {
  expect(parameterVariable('learning_rate')).toBe('TUNEGATE_PARAM_LEARNING_RATE');
  expect(parameterVariable('layers[0].units')).toBe('TUNEGATE_PARAM_LAYERS_0_UNITS');
  expect(parameterVariable('optimizer.sgd.momentum')).toBe('TUNEGATE_PARAM_OPTIMIZER_SGD_MOMENTUM');
  expect(parameterVariable('batch-size')).toBe('TUNEGATE_PARAM_BATCH_SIZE');
  expect(parameterVariables({ flag: true, other: false, lr: 1e-7, n: 3, word: 'a b' })).toEqual({
    TUNEGATE_PARAM_FLAG: 'true',
    TUNEGATE_PARAM_OTHER: 'false',
    TUNEGATE_PARAM_LR: '1e-7',
    TUNEGATE_PARAM_N: '3',
    TUNEGATE_PARAM_WORD: 'a b',
  });
});

test('a password in an address is kept from trials, but for the proxy that they need', () => {
  const env = {
    DATABASE_URL: 'postgres://me:pass@db.example.org/data',
    REDIS: 'redis://:pass@cache.example.org',
    HTTPS_PROXY: 'http://me:pass@proxy.example.org:3128',
    https_proxy: 'http://me:pass@proxy.example.org:3128',
    MLFLOW_TRACKING_URI: 'http://tracker.example.org:5000/a@b',
    PAGE: 'https://example.org/x:y@z',
  };
  expect(Object.keys(trialEnvironment(env, [], {})).sort()).toEqual([
    'HTTPS_PROXY',
    'MLFLOW_TRACKING_URI',
    'PAGE',
    'PYTHONHASHSEED',
    'PYTHONUNBUFFERED',
    'https_proxy',
  ]);
  expect(trialEnvironment(env, ['DATABASE_URL'], {})).toHaveProperty('DATABASE_URL');
});

test('parameters that share a variable have none', () => {
  expect(parameterVariables({ 'a.b': 1, a_b: 2, 'a-b': 3, c: 4 })).toEqual({ TUNEGATE_PARAM_C: '4' });
});
