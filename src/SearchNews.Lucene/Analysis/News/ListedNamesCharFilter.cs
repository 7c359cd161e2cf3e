namespace SearchNews.Lucene.Analysis.News;

/// <summary>Replaces <see cref="ListedNames"/> by their words before text is tokenized.</summary>
/// <remarks>
/// Offsets are corrected as by Lucene's PatternReplaceCharFilter, of which this filter can be composed there: a unit of the
/// words belongs to the unit at the same distance into the name, or when the words are longer to the name's last one
/// (to its end where a blank sets it apart, since there the pattern takes in the next character).
/// </remarks>
public sealed class ListedNamesCharFilter : CharFilter
{
    private readonly ListedNames _names;
    private readonly List<Replacement> _replacements = [];
    private char[] _result = [];
    private int _length;

    /// <summary>Creates a filter of a list.</summary>
    public ListedNamesCharFilter(ListedNames names) => _names = names;

    /// <inheritdoc/>
    public override ReadOnlyMemory<char> Filter(ReadOnlyMemory<char> text)
    {
        _replacements.Clear();
        ReadOnlySpan<char> source = text.Span;
        int start = _names.Find(source, 0, out ListedName name);
        if (start < 0)
            return text;
        _length = 0;
        int end = 0;
        for (; start >= 0; start = _names.Find(source, end, out name))
        {
            Append(source[end..start]);
            end = start + name.Name.Length;
            int words = _length;
            Append(name.Words);
            int wordsEnd = _length;

            // What follows a symbol must not run on from the words (C++11, C#.NET), but an apostrophe must (C#'s).
            bool apart = name.EndsWithSymbol && end < source.Length && ListedNames.IsSetApart(source[end]);
            if (apart)
                Append(" ");
            _replacements.Add(new Replacement(words, wordsEnd, _length, start, end, apart ? end : end - 1));
        }

        Append(source[end..]);
        return _result.AsMemory(0, _length);
    }

    /// <inheritdoc/>
    public override int CorrectOffset(int offset)
    {
        // The last replacement whose words start at or before the offset.
        int low = 0;
        int high = _replacements.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_replacements[middle].WordsStart <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return offset;
        Replacement before = _replacements[low - 1];
        if (offset < before.WordsEnd)
            return Math.Min(offset - before.WordsStart + before.NameStart, before.Farthest);
        return Math.Max(offset - before.RestStart, 0) + before.NameEnd;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_result.Length < _length + text.Length)
            Array.Resize(ref _result, Math.Max(_length + text.Length, 2 * _result.Length));
        text.CopyTo(_result.AsSpan(_length));
        _length += text.Length;
    }

    private readonly record struct Replacement(int WordsStart, int WordsEnd, int RestStart, int NameStart, int NameEnd, int Farthest);
}
