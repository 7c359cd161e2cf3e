namespace SearchNews.Articles.Folders;

/// <summary>What a path names, as far as can be told without opening it.</summary>
internal enum FileKind
{
    /// <summary>A regular file, safe to open.</summary>
    Regular,

    /// <summary>A pipe, socket or device, or a link: not to be opened.</summary>
    NotRegular,

    /// <summary>It has no bytes and may be either; not to be opened.</summary>
    EmptyOrNotRegular,
}
