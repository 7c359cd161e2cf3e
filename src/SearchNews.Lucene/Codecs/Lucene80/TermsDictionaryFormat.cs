namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Numbers of the dictionary of a SORTED or SORTED_SET field; the layout is on <see cref="TermsDictionary"/>.</summary>
internal static class TermsDictionaryFormat
{
    /// <summary>A block holds 2^4 terms, of which the first is stored whole.</summary>
    public const int BlockShift = 4;

    public const int BlockMask = (1 << BlockShift) - 1;

    /// <summary>The reverse index has an entry for each 2^10 terms.</summary>
    public const int IndexShift = 10;

    public const int IndexMask = (1 << IndexShift) - 1;

    /// <summary>A half of the token byte that says "and more follows".</summary>
    public const int MaxInToken = 15;
}
