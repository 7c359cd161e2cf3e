using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index;

/// <summary>
/// A snapshot of one segment: an immutable inverted index over documents 0 to <see cref="MaxDoc"/> - 1. Thread-safe; the iterators it hands out
/// belong to one thread each.
/// </summary>
public abstract class LeafReader
{
    /// <summary>Number of documents, deleted ones included.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Number of live documents.</summary>
    public abstract int NumDocs { get; }

    /// <summary>Bit set: the document is live. Null when none is deleted.</summary>
    public abstract Bits? LiveDocs { get; }

    /// <summary>The fields.</summary>
    public abstract FieldInfos FieldInfos { get; }

    /// <summary>The term dictionary of a field, or null when no document has a term in it.</summary>
    public abstract Terms? GetTerms(string field);

    /// <summary>The norms of a field (length bytes, sign-extended), or null. Asked for within a search, as by a collector, they last until it ends.</summary>
    public abstract NumericDocValues? GetNormValues(string field);

    /// <summary>The numeric doc values of a field, or null.</summary>
    public abstract NumericDocValues? GetNumericDocValues(string field);

    /// <summary>The binary doc values of a field, or null.</summary>
    public abstract BinaryDocValues? GetBinaryDocValues(string field);

    /// <summary>The sorted doc values of a field, or null.</summary>
    public abstract SortedDocValues? GetSortedDocValues(string field);

    /// <summary>The sorted-numeric doc values of a field, or null.</summary>
    public abstract SortedNumericDocValues? GetSortedNumericDocValues(string field);

    /// <summary>The sorted-set doc values of a field, or null.</summary>
    public abstract SortedSetDocValues? GetSortedSetDocValues(string field);

    /// <summary>Delivers the stored fields of a document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public abstract void VisitDocument(int doc, StoredFieldVisitor visitor);

    /// <summary>The frequencies of a frequent term by document, made when first asked for and then kept with the segment; null when the reader keeps none, or the term is rare.</summary>
    internal virtual FreqColumn? GetFreqColumn(Term term) => null;

    /// <summary>The postings of a frequent term by impact, when they are kept with the segment, as they are once asked for several times; else null.</summary>
    /// <param name="term">The term, of a field with norms.</param>
    /// <param name="docFreq">Its documents in the segment.</param>
    /// <param name="scorer">Ranks impacts.</param>
    internal virtual ImpactTiers? GetImpactTiers(Term term, int docFreq, SimScorer scorer) => null;

    /// <summary>The positions of a frequent term by document, when they are kept with the segment, as they are once asked for several times; else null.</summary>
    /// <param name="term">The term, of a field with positions.</param>
    /// <param name="docFreq">Its documents in the segment.</param>
    internal virtual TermPositions? GetPositions(Term term, int docFreq) => null;
}
