namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The documents that all of several iterators have: the rarest leads, the others follow.</summary>
internal sealed class ConjunctionIterator : DocIdSetIterator
{
    private readonly DocIdSetIterator _lead;
    private readonly DocIdSetIterator[] _others;

    /// <summary>Combines iterators.</summary>
    /// <param name="iterators">At least one; all unpositioned.</param>
    public ConjunctionIterator(IEnumerable<DocIdSetIterator> iterators)
    {
        DocIdSetIterator[] sorted = [.. iterators.OrderBy(iterator => iterator.Cost)];
        _lead = sorted[0];
        _others = sorted[1..];
    }

    /// <inheritdoc/>
    public override int DocId => _lead.DocId;

    /// <inheritdoc/>
    public override long Cost => _lead.Cost;

    /// <inheritdoc/>
    public override int NextDoc() => Align(_lead.NextDoc());

    /// <inheritdoc/>
    public override int Advance(int target) => Align(_lead.Advance(target));

    private int Align(int doc)
    {
        DocIdSetIterator[] others = _others;
        int i = 0;
        while (i < others.Length && doc != NoMoreDocs)
        {
            DocIdSetIterator other = others[i];
            int otherDoc = other.DocId;
            if (otherDoc < doc) otherDoc = other.Advance(doc);
            if (otherDoc == doc)
            {
                i++;
            }
            else
            {
                doc = _lead.Advance(otherDoc);
                i = 0;
            }
        }

        return doc;
    }
}
