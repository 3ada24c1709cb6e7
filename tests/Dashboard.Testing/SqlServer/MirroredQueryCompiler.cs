using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using DbLoggerCategory = Microsoft.EntityFrameworkCore.DbLoggerCategory;

namespace Dashboard.Testing.SqlServer;

/// <summary>
/// Notes each query with its captured values before it runs. The public query interceptor sees only the first compilation of a query, which
/// no longer has the values.
/// </summary>
internal sealed class MirroredQueryCompiler(
    IQueryContextFactory queryContextFactory, ICompiledQueryCache compiledQueryCache,
    ICompiledQueryCacheKeyGenerator compiledQueryCacheKeyGenerator, IDatabase database, IDiagnosticsLogger<DbLoggerCategory.Query> logger,
    ICurrentDbContext currentContext, IEvaluatableExpressionFilter evaluatableExpressionFilter, IModel model)
    : QueryCompiler(
        queryContextFactory, compiledQueryCache, compiledQueryCacheKeyGenerator, database, logger, currentContext, evaluatableExpressionFilter, model)
{
    private readonly ICurrentDbContext current = currentContext;

    public override TResult Execute<TResult>(Expression query)
    {
        SqlServerMirror.Start(current.Context, query);
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        SqlServerMirror.Start(current.Context, query);
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }
}
