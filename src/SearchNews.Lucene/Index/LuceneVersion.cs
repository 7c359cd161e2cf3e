namespace SearchNews.Lucene.Index;

/// <summary>A version of Apache Lucene as written in index files.</summary>
/// <param name="Major">Major number.</param>
/// <param name="Minor">Minor number.</param>
/// <param name="Bugfix">Bugfix number.</param>
public readonly record struct LuceneVersion(int Major, int Minor, int Bugfix) : IComparable<LuceneVersion>
{
    /// <summary>The version this engine writes: 8.7.0, whose format it follows.</summary>
    public static LuceneVersion Written { get; } = new(8, 7, 0);

    /// <inheritdoc/>
    public int CompareTo(LuceneVersion other) => (Major, Minor, Bugfix).CompareTo((other.Major, other.Minor, other.Bugfix));

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}.{Bugfix}";
}
