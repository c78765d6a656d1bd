//! Codes of the findings about data as it was.

crate::codes! {
    /// Codes about older data.
    HISTORY:
    NO_GIT "G001" "git cannot be run"
        "A comparison with a git revision asks the git program for the data as it was. It is \
         not installed, not on the path, or refuses to run. Install it, or compare with a \
         folder.";
    NO_REPOSITORY "G002" "the data is in no git repository"
        "A comparison with a git revision needs the data's folder to be in a git repository, \
         and git to trust that repository. Compare with a folder instead, or take the data \
         from a clone.";
    NO_REVISION "G003" "no folder and no revision has that name"
        "The name is neither a folder nor a revision (branch, tag, commit, such as HEAD~3) of \
         the repository that holds the data. A shallow clone lacks older commits: git fetch \
         --unshallow gets them.";
    NO_DATA "G004" "the revision has no such data"
        "The revision is there, but has no rapport.toml where the data lies now. The data may \
         be younger than the revision, or have been moved since. Compare with a folder \
         instead.";
    FAULTY "G005" "the older data has errors"
        "The older data cannot be read by this program: it was faulty then, or the model has \
         changed since. Choose another revision, or take that data into a folder and mend it.";
}
