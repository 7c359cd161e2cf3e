namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>The same value everywhere; takes no room in the data file.</summary>
internal sealed class ConstantColumn(long value) : NumericColumn
{
    public override long Get(long index) => value;
}
