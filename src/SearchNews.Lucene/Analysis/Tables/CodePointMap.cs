namespace SearchNews.Lucene.Analysis.Tables;

/// <summary>
/// A value for every code point, in two stages: pages of 256 values, of which equal neighbours and the page of default
/// values are kept once.
/// </summary>
/// <remarks>Filled once, then safe to share between threads.</remarks>
/// <typeparam name="T">A small value.</typeparam>
internal sealed class CodePointMap<T>
    where T : unmanaged, IEquatable<T>
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;
    private const int Pages = 0x110000 >> PageBits;

    private readonly ushort[] _pageOf = new ushort[Pages];
    private readonly T[] _values;

    /// <summary>Spreads the rows of a table; <paramref name="valueOf"/> gives the value of a row's name.</summary>
    public CodePointMap(string table, Func<string, T> valueOf)
    {
        var pages = new T[]?[Pages];
        foreach (CodePointRows.Range range in CodePointRows.Read(table))
        {
            T value = valueOf(range.Name);
            for (int codePoint = range.First; codePoint <= range.Last; codePoint += range.Step)
                (pages[codePoint >> PageBits] ??= new T[PageSize])[codePoint % PageSize] = value;
        }

        _values = Join(pages);
    }

    /// <summary>The value of a code point, 0 to 10FFFF, surrogates included; the default when the table has none.</summary>
    public T this[int codePoint] => _values[(_pageOf[codePoint >> PageBits] << PageBits) | (codePoint % PageSize)];

    private T[] Join(T[]?[] pages)
    {
        var values = new List<T>(new T[PageSize]);
        T[]? previous = null;
        for (int page = 0; page < Pages; page++)
        {
            if (pages[page] is not { } current)
                continue;
            if (previous is null || !previous.AsSpan().SequenceEqual(current))
                values.AddRange(current);
            _pageOf[page] = (ushort)((values.Count / PageSize) - 1);
            previous = current;
        }

        return [.. values];
    }
}
