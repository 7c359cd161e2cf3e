using System.Collections.Concurrent;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Codecs.Lucene86;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>The part of a segment that never changes, shared by the readers of all commits that have it. Immutable, thread-safe.</summary>
internal sealed class SegmentCore
{
    private const int MaxDocsPerPosting = 4;

    private readonly Dictionary<string, Terms> _termsByField = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lucene80DocValuesReader> _docValuesByField = new(StringComparer.Ordinal);
    private readonly Lucene80NormsReader? _norms;

    // A column is read in the time of one query without it, and is used by all after that.
    private readonly ConcurrentDictionary<Term, FreqColumn?> _freqColumns = new();

    /// <summary>Opens and verifies every file.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    public SegmentCore(IndexDirectory directory, SegmentInfo segment)
    {
        Segment = segment;
        IndexDirectory files = segment.IsCompoundFile ? CompoundDirectory.Open(directory, segment) : directory;
        Fields = Lucene60FieldInfosFormat.Read(files, segment);
        var state = new SegmentReadState(files, segment, Fields);
        string fieldsFile = state.FileName(Lucene60FieldInfosFormat.Extension);
        foreach (IGrouping<string?, FieldInfo> group in Fields.GroupBy(f => SegmentFields.PostingsSuffix(f, fieldsFile), StringComparer.Ordinal))
        {
            if (group.Key is null) continue;
            SegmentReadState suffixed = state with { Suffix = group.Key };
            var terms = new BlockTreeTermsReader(suffixed, new Lucene84PostingsReader(suffixed));
            foreach (FieldInfo field in group)
            {
                if (terms.GetTerms(field.Name) is { } found) _termsByField[field.Name] = found;
            }
        }

        foreach (IGrouping<string?, FieldInfo> group in Fields.GroupBy(f => SegmentFields.DocValuesSuffix(f, fieldsFile), StringComparer.Ordinal))
        {
            if (group.Key is null) continue;
            var docValues = new Lucene80DocValuesReader(state with { Suffix = group.Key });
            foreach (FieldInfo field in group) _docValuesByField[field.Name] = docValues;
        }

        _norms = Fields.HasNorms ? new Lucene80NormsReader(state) : null;
        StoredFields = new Lucene87StoredFieldsReader(state);
        FrequentTerms = new FrequentTerms(this);
    }

    /// <summary>The facts of the .si file.</summary>
    public SegmentInfo Segment { get; }

    /// <summary>The fields before any update.</summary>
    public FieldInfos Fields { get; }

    /// <summary>The stored fields.</summary>
    public Lucene87StoredFieldsReader StoredFields { get; }

    /// <summary>The terms that searches ask for most.</summary>
    public FrequentTerms FrequentTerms { get; }

    /// <summary>The terms of a field, or null.</summary>
    public Terms? GetTerms(string field) => _termsByField.GetValueOrDefault(field);

    /// <summary>The norms of a field, or null.</summary>
    public NumericDocValues? GetNorms(string field) => Fields.Find(field) is { HasNorms: true } info ? _norms!.GetNorms(info) : null;

    /// <summary>The frequencies of a term by document; null when it is in fewer than one of four documents, or has too high ones.</summary>
    public FreqColumn? GetFreqColumn(Term term) => _freqColumns.TryGetValue(term, out FreqColumn? known) ? known : _freqColumns.GetOrAdd(term, ReadFreqColumn(term));

    /// <summary>Where a field's doc values are when they were never updated, or null.</summary>
    public Lucene80DocValuesReader? GetDocValues(string field) => _docValuesByField.GetValueOrDefault(field);

    private FreqColumn? ReadFreqColumn(Term term)
    {
        if (GetTerms(term.Field)?.GetTermsEnum() is not { } terms || !terms.SeekExact(term.Bytes) || (long)terms.DocFreq * MaxDocsPerPosting < Segment.MaxDoc) return null;
        return FreqColumn.Read(terms.Postings(PostingsFlags.Freqs), Segment.MaxDoc);
    }
}
