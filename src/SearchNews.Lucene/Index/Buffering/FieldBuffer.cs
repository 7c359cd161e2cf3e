using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Codecs;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>All that a segment that is being built holds of one field, except stored values, which go to disk at once. One thread.</summary>
internal sealed class FieldBuffer(string name, FieldNumbers numbers, TermEncoder encoder, Func<string, Analyzer> analyzerOf)
{
    private bool _isStored;

    /// <summary>Name and number.</summary>
    public FieldInfo Numbered { get; } = numbers.GetOrAdd(name);

    /// <summary>The terms, once there was one.</summary>
    public IndexedFieldBuffer? Indexed { get; private set; }

    /// <summary>The doc values, once there was one.</summary>
    public DocValuesBuffer? DocValues { get; private set; }

    /// <summary>True when the current document has the field.</summary>
    public bool IsInDocument { get; set; }

    /// <summary>Bytes of memory held.</summary>
    public long RamBytes => (Indexed?.RamBytes ?? 0) + (DocValues?.RamBytes ?? 0);

    /// <summary>True when some committed document has the field in any way.</summary>
    public bool IsUsed => _isStored || IsIndexed || HasDocValues;

    private bool IsIndexed => Indexed is { HasDocuments: true };

    private bool HasDocValues => DocValues is { HasValues: true };

    /// <summary>The field as analyzed text. Like its siblings, throws <see cref="InvalidDocumentException"/> when the field is of another kind.</summary>
    public TextFieldBuffer AsText() => Indexed as TextFieldBuffer ?? Use(new TextFieldBuffer(name, encoder, analyzerOf(name)), omitNorms: false);

    /// <summary>The field as keywords.</summary>
    public KeywordFieldBuffer AsKeyword() => Indexed as KeywordFieldBuffer ?? Use(new KeywordFieldBuffer(name, encoder), omitNorms: true);

    /// <summary>The field as features.</summary>
    public FeatureFieldBuffer AsFeatures() => Indexed as FeatureFieldBuffer ?? Use(new FeatureFieldBuffer(name, encoder), omitNorms: true);

    /// <summary>The field's numeric doc values.</summary>
    public NumericDocValuesBuffer AsNumeric() => DocValues as NumericDocValuesBuffer ?? Use(new NumericDocValuesBuffer(name));

    /// <summary>The field's binary doc values.</summary>
    public BinaryDocValuesBuffer AsBinary() => DocValues as BinaryDocValuesBuffer ?? Use(new BinaryDocValuesBuffer(name));

    /// <summary>The field's sorted doc values.</summary>
    public SortedDocValuesBuffer AsSorted() => DocValues as SortedDocValuesBuffer ?? Use(new SortedDocValuesBuffer(name));

    /// <summary>The field's sorted-set doc values.</summary>
    public SortedSetDocValuesBuffer AsSortedSet() => DocValues as SortedSetDocValuesBuffer ?? Use(new SortedSetDocValuesBuffer(name));

    /// <summary>Makes what the current document gave part of the segment.</summary>
    public void Commit(int doc)
    {
        Indexed?.Commit(doc);
        DocValues?.Commit(doc);
    }

    /// <summary>Forgets what the current document gave.</summary>
    public void Abort()
    {
        Indexed?.Abort();
        DocValues?.Abort();
    }

    /// <summary>Notes that a committed document has a stored value of the field.</summary>
    public void MarkStored() => _isStored = true;

    /// <summary>What the segment's committed documents hold of the field.</summary>
    public FieldInfo ToFieldInfo() => SegmentFields.WithCodecAttributes(Numbered with
    {
        IndexOptions = IsIndexed ? Indexed!.Postings.Options : IndexOptions.None,
        OmitNorms = IsIndexed && Indexed!.Norms is null,
        DocValuesType = HasDocValues ? DocValues!.Type : DocValuesType.None,
    });

    private T Use<T>(T buffer, bool omitNorms)
        where T : IndexedFieldBuffer
    {
        numbers.SetIndexed(name, buffer.Postings.Options, omitNorms);
        Indexed = buffer;
        return buffer;
    }

    private T Use<T>(T buffer)
        where T : DocValuesBuffer
    {
        numbers.SetDocValues(name, buffer.Type);
        DocValues = buffer;
        return buffer;
    }
}
