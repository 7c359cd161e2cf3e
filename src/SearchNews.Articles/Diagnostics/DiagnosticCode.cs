namespace SearchNews.Articles.Diagnostics;

/// <summary>Stable names of everything that can be wrong. Those marked W are warnings, the others skip the file.</summary>
public static class DiagnosticCode
{
    /// <summary>A folder cannot be listed; the rest is read.</summary>
    public const string FolderUnreadable = "folder-unreadable";

    /// <summary>A file or folder name cannot be part of an id.</summary>
    public const string NameInvalid = "name-invalid";

    /// <summary>The id is over its limit.</summary>
    public const string NameTooLong = "name-too-long";

    /// <summary>Another file has the same id and comes first in ordinal path order.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>The file cannot be opened or read.</summary>
    public const string FileUnreadable = "file-unreadable";

    /// <summary>The file was listed and is gone.</summary>
    public const string FileVanished = "file-vanished";

    /// <summary>The file is no regular file any more (listed as one, then replaced).</summary>
    public const string FileNotRegular = "file-not-regular";

    /// <summary>The file kept changing while it was read.</summary>
    public const string FileChanging = "file-changing";

    /// <summary>The file has no bytes.</summary>
    public const string FileEmpty = "file-empty";

    /// <summary>The file is over its limit.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>The file is not UTF-8.</summary>
    public const string NotUtf8 = "not-utf8";

    /// <summary>The file has a NUL character.</summary>
    public const string NulCharacter = "nul-character";

    /// <summary>The first line is not `---`.</summary>
    public const string FrontMatterMissing = "front-matter-missing";

    /// <summary>No line `---` or `...` closes the front matter.</summary>
    public const string FrontMatterNotClosed = "front-matter-not-closed";

    /// <summary>The front matter is over its limit.</summary>
    public const string FrontMatterTooLarge = "front-matter-too-large";

    /// <summary>The front matter is not YAML.</summary>
    public const string YamlSyntax = "yaml-syntax";

    /// <summary>The front matter is not a list of `key: value` lines.</summary>
    public const string YamlNotAMap = "yaml-not-a-map";

    /// <summary>A second YAML document begins.</summary>
    public const string YamlSecondDocument = "yaml-second-document";

    /// <summary>Maps and lists are nested over the limit.</summary>
    public const string YamlTooDeep = "yaml-too-deep";

    /// <summary>A map has more keys than the limit.</summary>
    public const string YamlTooManyKeys = "yaml-too-many-keys";

    /// <summary>A key is written twice in one map.</summary>
    public const string YamlDuplicateKey = "yaml-duplicate-key";

    /// <summary>A key is a list or a map.</summary>
    public const string YamlComplexKey = "yaml-complex-key";

    /// <summary>An anchor (`&amp;name`), which front matter may not have.</summary>
    public const string YamlAnchor = "yaml-anchor";

    /// <summary>An alias (`*name`), which front matter may not have.</summary>
    public const string YamlAlias = "yaml-alias";

    /// <summary>A merge key (`&lt;&lt;`), which front matter may not have.</summary>
    public const string YamlMergeKey = "yaml-merge-key";

    /// <summary>A tag (`!name`), which front matter may not have.</summary>
    public const string YamlTag = "yaml-tag";

    /// <summary>Neither a title nor an excerpt.</summary>
    public const string NothingToSearch = "nothing-to-search";

    /// <summary>A title or excerpt that is a list or a map.</summary>
    public const string NotText = "not-text";

    /// <summary>A `removed` that is neither true nor false.</summary>
    public const string RemovedUnclear = "removed-unclear";

    /// <summary>W: a value of another kind than its key takes.</summary>
    public const string WrongKind = "wrong-kind";

    /// <summary>W: not a finite number.</summary>
    public const string NotANumber = "not-a-number";

    /// <summary>W: not a date.</summary>
    public const string NotADate = "not-a-date";

    /// <summary>W: neither true nor false.</summary>
    public const string NotABoolean = "not-a-boolean";

    /// <summary>W: not an address that begins with http:// or https://.</summary>
    public const string NotAnAddress = "not-an-address";

    /// <summary>W: an image without an address.</summary>
    public const string ImageWithoutUrl = "image-without-url";

    /// <summary>W: more diagnostics than are kept.</summary>
    public const string MoreDiagnostics = "more-diagnostics";
}
