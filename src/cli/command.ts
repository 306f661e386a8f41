import type { Host } from '../app/host.ts';

/** 0 fine, 1 findings, 2 wrong use or the world failed. */
export type ExitCode = 0 | 1 | 2;

/** Values of options by their long names in camel case. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** What a command is given: the world, where output goes, and what the person asked for in general. */
export type Context = {
  /** The folder that the command works on: the nearest one upwards with a `tureen.yaml`, else the current one. */
  readonly root: string;
  readonly cwd: string;
  readonly host: Host;
  readonly openHost: (root: string) => Promise<Host>;
  /** Writes to stdout: what the command gives, and nothing else. */
  readonly print: (content: string | Uint8Array) => void;
  /** Writes text for a person to stdout, folded where a terminal is narrower. */
  readonly show: (text: string) => void;
  /** Writes a line to stderr, unless the person wants quiet. */
  readonly tell: (text: string) => void;
  /** Writes a line to stderr in any case. */
  readonly complain: (text: string) => void;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly paint: Paint;
  /** The columns of the terminal that stdout is; endless where it is none. */
  readonly width: number;
  /** The look of stderr, which may be a terminal where stdout is none, and the other way round. */
  readonly aside: Look;
};

/** How text is laid out for whoever looks: painted or plain, and how wide. */
export type Look = { readonly paint: Paint; readonly width: number };

/** Paints a text for a terminal; leaves it as it is where nobody looks. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue' | 'cyan', text: string) => string;

/** An option of a command, as the person types it. */
export type CommandOption = {
  /** Such as `-o, --output <file>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly fallback?: string;
  /** May be given several times, one value each. */
  readonly repeatable?: boolean;
};

/** A plug of the command line: arguments in, output and exit code out; the work is done by a use case. */
export type Command = {
  /** Named as its file. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  /** Such as `[dir]` or `<purl>`; as commander writes arguments. */
  readonly usage?: string;
  readonly options: readonly CommandOption[];
  /** Lines of examples for `--help`. */
  readonly examples: readonly string[];
  readonly run: (context: Context, words: readonly string[], options: OptionValues) => Promise<ExitCode>;
};

/** Commands under one name, such as `tureen sbom convert`. */
export type CommandGroup = {
  /** Named as its file; its commands lie in the folder of that name. */
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly Command[];
};

/** What people want to do with a command, as the help says above it. */
export type Task = keyof typeof tasks;

/** The headings of the help, in its order. */
export const tasks = {
  begin: 'Take stock, and begin the records:',
  answer: 'See what is missing, and why:',
  watch: 'Find published anomalies, and judge them:',
  field: 'Releases and changes:',
  hand: 'Documents, and what others give and take:',
} as const;

/** A line of the registry: a command, or a group of them, is loaded when it is asked for, or for the help. */
export type CommandEntry = {
  readonly name: string;
  readonly task: Task;
  readonly load: () => Promise<Command | CommandGroup>;
};

/** A command that a person asks for, with the words that it takes besides its options. */
export type Asked = { readonly command: Command; readonly words: readonly string[]; readonly options: OptionValues };
