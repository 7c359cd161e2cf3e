namespace SearchNews.Search.Ranking;

/// <summary>Two terms at a distance in one field of a segment. Documents are asked for in ascending order. Belongs to one thread.</summary>
internal sealed class FieldPair
{
    private readonly TermPlaces _first;
    private readonly TermPlaces _second;
    private readonly int _distance;

    private FieldPair(TermPlaces first, TermPlaces second, int distance) => (_first, _second, _distance) = (first, second, distance);

    /// <summary>The pair, or null when the segment lacks one of the terms.</summary>
    public static FieldPair? Of(TermPlaces? first, TermPlaces? second, int distance) =>
        first is null || second is null ? null : new FieldPair(first, second, distance);

    /// <summary>True when the second term stands at the distance after the first, anywhere in the document's field.</summary>
    public bool StandsIn(int doc)
    {
        if (!_first.IsIn(doc) || !_second.IsIn(doc)) return false;
        ReadOnlySpan<int> second = _second.Positions;
        int i = 0;
        foreach (int position in _first.Positions)
        {
            int wanted = position + _distance;
            while (i < second.Length && second[i] < wanted) i++;
            if (i == second.Length) return false;
            if (second[i] == wanted) return true;
        }

        return false;
    }
}
