/**
 * What other tools call things (Keras Tuner, Optuna, Hyperopt, Vizier, Weights & Biases, Ray Tune), and what they are
 * called here.
 */

/** Parts of a spec that have keys of their own. */
export type Section = 'top' | 'trial' | 'metric' | 'search' | 'budget' | 'gate' | 'parameter';

type Dictionary = Readonly<Record<string, string>>;

const keys: Readonly<Record<Section, Dictionary>> = {
  top: invert({
    params: ['parameters', 'hyperparameters', 'hyperparams', 'space', 'search_space', 'config_space'],
    metric: ['objective', 'objectives', 'target', 'metrics'],
    constraints: ['constraint', 'outcome_constraints', 'metric_constraints', 'requirements', 'feasible'],
    trial: ['training', 'train', 'experiment'],
    search: ['sweep', 'tuner'],
    budget: ['limits', 'stop', 'stopping'],
    gate: ['check', 'guard', 'regression'],
  }),
  trial: invert({
    run: ['command', 'cmd', 'script', 'program', 'entrypoint', 'exec'],
    module: ['model', 'file', 'path'],
    env: ['environment', 'variables'],
    timeout: ['time_limit', 'max_time', 'limit'],
    stdout: ['pattern', 'patterns', 'regex', 'parse'],
    grace: ['grace_period', 'kill_after'],
    'pass-env': ['secrets', 'inherit_env'],
  }),
  metric: invert({
    goal: ['mode', 'direction', 'optimize', 'order', 'objective'],
    name: ['metric', 'monitor', 'key'],
    use: ['measurement', 'select', 'report'],
  }),
  search: invert({
    strategy: ['algorithm', 'algo', 'sampler', 'method', 'tuner', 'oracle', 'type'],
    seed: ['random_state', 'random_seed'],
    points: ['grid_points', 'num_points', 'resolution'],
  }),
  budget: invert({
    trials: ['max_trials', 'n_trials', 'num_trials', 'num_samples', 'max_evals', 'runs', 'run_cap'],
    time: ['timeout', 'duration', 'max_time', 'wall_time', 'time_budget', 'minutes', 'hours'],
    epochs: ['max_epochs', 'n_epochs', 'num_epochs', 'max_iter', 'iterations', 'resource', 'steps'],
    workers: ['parallel', 'parallelism', 'max_parallel', 'n_jobs', 'jobs', 'concurrency'],
  }),
  gate: invert({
    'max-drop': ['threshold', 'tolerance', 'max_regression', 'min_delta', 'margin', 'epsilon'],
    confidence: ['alpha', 'significance', 'p_value', 'level'],
    seeds: ['n_seeds', 'repeats', 'runs', 'samples'],
    base: ['branch', 'ref', 'compare'],
  }),
  parameter: invert({
    min: ['low', 'lower', 'min_value', 'minimum', 'start', 'from'],
    max: ['high', 'upper', 'max_value', 'maximum', 'end', 'to'],
    scale: ['sampling', 'distribution', 'log', 'scaling', 'prior'],
    step: ['q', 'quantum', 'stride'],
    default: ['initial', 'initial_value', 'init', 'current', 'baseline'],
    values: ['choices', 'categories', 'candidates', 'items', 'enum'],
    options: ['branches', 'alternatives'],
    when: ['condition', 'conditions', 'if', 'depends_on', 'parent', 'active_when', 'conditional_scope'],
    of: ['block', 'blocks', 'each', 'params'],
    value: ['constant', 'fixed'],
  }),
};

const types = invert({
  float: ['uniform', 'number', 'double', 'real', 'continuous', 'decimal', 'range'],
  int: ['integer', 'long', 'randint', 'int_uniform'],
  choice: ['select', 'one_of', 'str', 'text'],
  bool: ['boolean', 'flag', 'switch'],
  constant: ['fixed', 'const', 'static', 'literal'],
  repeat: ['array', 'sequence', 'blocks', 'layers', 'list'],
});

/** Types elsewhere that are more than a type here: what else is to be written. */
const typesWithMore: Readonly<Record<string, readonly [type: string, more: string]>> = {
  loguniform: ['float', '`scale: log`'],
  log_uniform: ['float', '`scale: log`'],
  log_uniform_values: ['float', '`scale: log`'],
  reciprocal: ['float', '`scale: log`'],
  lograndint: ['int', '`scale: log`'],
  qloguniform: ['float', '`scale: log` and `step`'],
  quniform: ['float', '`step`'],
  q_uniform: ['float', '`step`'],
  discrete_uniform: ['float', '`step`'],
  categorical: ['choice', '`values`'],
  enum: ['choice', '`values`'],
  string: ['choice', '`values`'],
  discrete: ['choice', '`values` and `ordered: true`'],
  ordinal: ['choice', '`values` and `ordered: true`'],
};

/** Words for values, by the key that they stand under. */
const values: Readonly<Record<string, Dictionary>> = {
  goal: invert({
    maximize: ['max', 'maximise', 'maximum', 'maximal', 'higher', 'up', 'greater', 'increase'],
    minimize: ['min', 'minimise', 'minimum', 'minimal', 'lower', 'down', 'smaller', 'decrease'],
  }),
  scale: invert({
    log: ['logarithmic', 'log10', 'ln', 'loguniform', 'log_uniform', 'true', 'exponential'],
    'reverse-log': ['reverselog', 'reverse_log', 'reverse_logarithmic'],
    linear: ['uniform', 'lin', 'none', 'false', 'normal'],
  }),
  strategy: invert({
    bayesian: ['bayes', 'bayesian_optimization', 'gp', 'gaussian', 'gaussian_process', 'bo', 'model'],
    tpe: ['hyperopt', 'optuna', 'parzen'],
    evolution: [
      'evolutionary',
      'regularized_evolution',
      'regularised_evolution',
      'genetic',
      'ga',
      'nsga2',
      'nsgaii',
    ],
    local: ['local_search', 'hill_climbing', 'hillclimb'],
    random: ['random_search', 'uniform'],
    grid: ['grid_search', 'exhaustive', 'all'],
    asha: [
      'successive_halving',
      'sha',
      'async_hyperband',
      'asynchronous_successive_halving',
      'mobster',
      'pruner',
    ],
    hyperband: ['bohb', 'band'],
    sobol: ['qmc', 'quasi_random', 'halton'],
    auto: ['default'],
  }),
  use: invert({ last: ['final', 'latest', 'end'], best: ['max', 'min', 'optimum'] }),
  backend: invert({
    'tfjs-node': ['node', 'tensorflow', 'native', 'tfjs'],
    'tfjs-node-gpu': ['gpu', 'cuda', 'node_gpu', 'webgl', 'webgpu'],
    cpu: ['js', 'plain'],
  }),
};

/** The key of a section that a foreign word means. */
export function foreignKey(word: string, section: Section): string | undefined {
  return lookUp(keys[section], word);
}

/** The type that a foreign word means, and what has to be written with it. */
export function foreignType(word: string): { readonly type: string; readonly more?: string } | undefined {
  const found = lookUp(typesWithMore, word);
  if (found) return { type: found[0], more: found[1] };
  const type = lookUp(types, word);
  return type ? { type } : undefined;
}

/** The value that a foreign word means under a key. */
export function foreignValue(key: string, word: string): string | undefined {
  return Object.hasOwn(values, key) ? lookUp(values[key]!, word) : undefined;
}

function lookUp<T>(dictionary: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(dictionary, normal(word)) ? dictionary[normal(word)] : undefined;
}

function normal(word: string): string {
  return word
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function invert(groups: Readonly<Record<string, readonly string[]>>): Dictionary {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([target, words]) => words.map((word) => [word, target])),
  );
}
