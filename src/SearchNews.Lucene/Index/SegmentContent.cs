namespace SearchNews.Lucene.Index;

/// <summary>What a segment is written from: documents in memory at a flush, other segments at a merge. Stored fields are written apart.</summary>
internal abstract class SegmentContent
{
    /// <summary>The fields, with the attributes of their formats.</summary>
    public abstract FieldInfos Fields { get; }

    /// <summary>Number of documents.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>The terms of a field that is indexed, from the first; null when no document has any.</summary>
    public abstract TermsEnum? GetTerms(FieldInfo field);

    /// <summary>The norms of a field that has norms, from the first document. Like its siblings, a new iterator with each call.</summary>
    public abstract NumericDocValues GetNorms(FieldInfo field);

    /// <summary>The numeric doc values of a field that has them.</summary>
    public abstract NumericDocValues GetNumeric(FieldInfo field);

    /// <summary>The binary doc values of a field that has them.</summary>
    public abstract BinaryDocValues GetBinary(FieldInfo field);

    /// <summary>The sorted doc values of a field that has them.</summary>
    public abstract SortedDocValues GetSorted(FieldInfo field);

    /// <summary>The sorted-set doc values of a field that has them.</summary>
    public abstract SortedSetDocValues GetSortedSet(FieldInfo field);

    /// <summary>The sorted-numeric doc values of a field that has them.</summary>
    public abstract SortedNumericDocValues GetSortedNumeric(FieldInfo field);
}
