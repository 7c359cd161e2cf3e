namespace SearchNews.Lucene.Tests.OracleTests;

/// <summary>The runner of the Java programs does what the tests that lean on it believe.</summary>
public sealed class OracleRunnerTests
{
    [Fact]
    public void Run_UnknownProgram_ThrowsWithTheJavaError()
    {
        Should.Throw<OracleException>(() => Oracle.Run("NoSuchProgram")).Message.ShouldContain("ClassNotFoundException");
    }

    [Fact]
    public void CheckIndex_FolderWithoutIndex_Fails()
    {
        using TempFolder folder = new();

        Should.Throw<Exception>(() => Oracle.CheckIndex(folder.Path)).Message.ShouldContain("IndexNotFoundException");
    }
}
