using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Store;

public sealed class IndexInputTests : IndexInputContract
{
    protected override IndexInput Create(string name, byte[] bytes) => new(name, bytes);
}
