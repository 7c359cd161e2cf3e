namespace SearchNews.Lucene.Analysis;

/// <summary>Rewrites text before it is tokenized, and maps offsets in the result back to the original.</summary>
/// <remarks>Belongs to one thread. The memory returned is valid until the next <see cref="Filter"/>.</remarks>
public abstract class CharFilter
{
    /// <summary>Returns the text to tokenize, which is <paramref name="text"/> itself when nothing had to change.</summary>
    public abstract ReadOnlyMemory<char> Filter(ReadOnlyMemory<char> text);

    /// <summary>The offset in the text last given to <see cref="Filter"/> that belongs to an offset in its result.</summary>
    public abstract int CorrectOffset(int offset);
}
