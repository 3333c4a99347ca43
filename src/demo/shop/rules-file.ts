import { fileURLToPath } from 'node:url';

/**
 * Where the sample shop's rules lie: in the sources, also for the built program (both are three folders below the package's root), since
 * merchandisers edit the file and the compiler copies no YAML.
 */
export const SAMPLE_RULES_FILE: string = fileURLToPath(new URL('../../../src/demo/shop/rules.yaml', import.meta.url));
