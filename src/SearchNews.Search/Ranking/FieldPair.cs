namespace SearchNews.Search.Ranking;

/// <summary>Two terms at a distance in one field of a segment. Documents are asked for in ascending order. Belongs to one thread.</summary>
internal sealed class FieldPair
{
    private readonly TermPlaces _first;
    private readonly TermPlaces _second;
    private readonly TermPlaces _rarer;
    private readonly TermPlaces _other;
    private readonly int _distance;

    private FieldPair(TermPlaces first, TermPlaces second, int distance)
    {
        (_first, _second, _distance) = (first, second, distance);
        (_rarer, _other) = first.Cost <= second.Cost ? (first, second) : (second, first);
    }

    /// <summary>The pair, or null when the segment lacks one of the terms.</summary>
    public static FieldPair? Of(TermPlaces? first, TermPlaces? second, int distance) =>
        first is null || second is null ? null : new FieldPair(first, second, distance);

    /// <summary>A document from the given one on before which none has both terms in the field.</summary>
    public int Next(int doc) => _rarer.Next(doc);

    /// <summary>True when the document's field has both terms, wherever they stand.</summary>
    public bool HasBoth(int doc) => _rarer.IsIn(doc) && _other.IsIn(doc);

    /// <summary>True when the second term stands at the distance after the first, anywhere in the document's field.</summary>
    public bool StandsIn(int doc)
    {
        if (!HasBoth(doc)) return false;
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
