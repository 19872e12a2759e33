/** A test file to run with a slip in place, or with none, to see which slips it comes by. `only`: the tests to run of it. */
export type Turn = {
  run: string;
  slip: string | null;
  key: string;
  test: string;
  proof?: string;
  only?: string[];
};

/** What came of it. `comesBy`: the slips that each test came by, or what stands around all tests. `atLoad`: those come by as modules loaded. */
export type Turned = Turn & {
  failed: string | null;
  ms: number;
  comesBy?: Record<string, string[]>;
  atLoad?: string[];
};

/** What stands for that which is around all tests of a file. */
export const AROUND = "around all";
