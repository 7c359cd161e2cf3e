using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Store;

public sealed class MemoryDirectoryTests : IndexDirectoryContract
{
    protected override IndexDirectory CreateDirectory() => new MemoryDirectory();
}
