//! Codes of the findings about data as it was.

/// The `git` program is not there or cannot be run.
pub const NO_GIT: &str = "G001";
/// The data is not in a git repository.
pub const NO_REPOSITORY: &str = "G002";
/// No folder and no revision has that name.
pub const NO_REVISION: &str = "G003";
/// The revision has no such data.
pub const NO_DATA: &str = "G004";
/// The data has errors at that revision or in that folder.
pub const FAULTY: &str = "G005";

/// Each code with what it means and what to do, for `sats check --explain`.
pub const EXPLAINED: &[(&str, &str)] = &[
    (
        NO_GIT,
        "A comparison with a git revision asks the git program for the data as it was. It is not \
         installed, not on the path, or refuses to run. Install it, or compare with a folder.",
    ),
    (
        NO_REPOSITORY,
        "A comparison with a git revision needs the data's folder to be in a git repository, and \
         git to trust that repository. Compare with a folder instead, or take the data from a \
         clone.",
    ),
    (
        NO_REVISION,
        "The name is neither a folder nor a revision (branch, tag, commit, such as HEAD~3) of the \
         repository that holds the data. A shallow clone lacks older commits: git fetch \
         --unshallow gets them.",
    ),
    (
        NO_DATA,
        "The revision is there, but has no rapport.toml where the data lies now. The data may be \
         younger than the revision, or have been moved since. Compare with a folder instead.",
    ),
    (
        FAULTY,
        "The older data cannot be read by this program: it was faulty then, or the model has \
         changed since. Choose another revision, or take that data into a folder and mend it.",
    ),
];
