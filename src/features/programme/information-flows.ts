/** A way in which information goes from one organisation to another. */
export interface FlowWay {
  readonly id: string;
  readonly label: string;
  /** What stands for it in the cells of a matrix. */
  readonly letter: string;
  /** Whether it arrives where it is needed without anybody typing, scanning or filing it. */
  readonly digital: boolean;
  /** Whether the receiving system can use what is in it as data; such a way is digital too. */
  readonly structured: boolean;
}

/** Something that one organisation has to tell another, again and again. */
export interface FlowKind {
  readonly id: string;
  readonly label: string;
  /** Universal capabilities that cannot be had without it. */
  readonly supports: readonly string[];
}

/** What information flows are described with. */
export interface InformationFlows {
  /** The most useful first. */
  readonly ways: readonly FlowWay[];
  readonly kinds: readonly FlowKind[];
  readonly standards: readonly { readonly id: string; readonly label: string }[];
  /** Who sends and receives beside the members of a footprint, such as general practices taken together. */
  readonly parties: readonly { readonly id: string; readonly label: string }[];
}
